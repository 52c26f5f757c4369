/** Reads server-sent events, as the HTML standard describes them, from text that comes in pieces. */

export interface ServerSentEvent {
  event: string;
  data: string;
}

export interface EventReader {
  /** Takes the next piece; returns the events that are complete with it. */
  read(piece: string): ServerSentEvent[];
  /** Another connection begins: an event that was cut off in the middle is forgotten. */
  forgetRest(): void;
  /** The last `id` that was sent; the reader can resume from there. */
  readonly lastEventId: string | undefined;
  /** How soon to come back, as the server asks. */
  readonly retryMs: number | undefined;
}

export function createEventReader(): EventReader {
  let rest = '';
  let event = '';
  let data: string[] = [];
  let id: string | undefined;
  let lastEventId: string | undefined;
  let retryMs: number | undefined;

  function takeField(line: string) {
    const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? [];
    if (name === 'event') event = value;
    if (name === 'data') data.push(value);
    if (name === 'id') id = value;
    if (name === 'retry' && /^\d+$/.test(value)) retryMs = Number(value);
  }

  /** An empty line ends an event; one without data only moves the id. */
  function dispatch(): ServerSentEvent[] {
    lastEventId = id ?? lastEventId;
    const complete = data.length > 0 ? [{ event: event || 'message', data: data.join('\n') }] : [];
    [event, data, id] = ['', [], undefined];
    return complete;
  }

  return {
    read(piece) {
      const lines = (rest + piece).split('\n');
      rest = lines.pop() ?? '';
      return lines.flatMap((raw) => {
        const line = raw.replace(/\r$/, '');
        if (line === '') return dispatch();
        takeField(line);
        return [];
      });
    },
    forgetRest() {
      [rest, event, data, id] = ['', '', [], undefined];
    },
    get lastEventId() {
      return lastEventId;
    },
    get retryMs() {
      return retryMs;
    },
  };
}
