/** Each channel's queue, and what was given up, by reason. */
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../app/client.tsx';
import { POLL_MS } from '../app/queryClient.ts';
import { Empty, Loaded, Skeleton } from '../ui/states.tsx';
import { ChannelCard } from './ChannelCard.tsx';
import { DeadLetters } from './DeadLetters.tsx';
import { texts } from './texts.ts';
import './deliveries.css';

export function QueueOverview() {
  const client = useClient();
  const query = useQuery({
    queryKey: ['deliveries', 'overview'],
    queryFn: ({ signal }) => client.getDeliveryOverview({ signal }),
    refetchInterval: POLL_MS,
  });
  const { none, noneHint, title } = texts.queue;
  return (
    <Loaded query={query} skeleton={<Skeleton lines={8} />}>
      {({ channels, dead_letters, is_complete }) => (
        <>
          <h2 className="visually-hidden">{title}</h2>
          {channels.length === 0 ? (
            <Empty title={none}>{noneHint}</Empty>
          ) : (
            <div className="channel-cards">
              {channels.map((channel) => (
                <ChannelCard key={channel.channel} overview={channel} />
              ))}
            </div>
          )}
          <DeadLetters groups={dead_letters} isComplete={is_complete} />
        </>
      )}
    </Loaded>
  );
}
