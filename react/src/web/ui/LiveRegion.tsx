/** Tells assistive technology what has happened. It has to be on the page before it has something to say. */
export function LiveRegion({ children }: { children: string | undefined }) {
  return (
    <div role="status" className="cb-visually-hidden">
      {children}
    </div>
  );
}
