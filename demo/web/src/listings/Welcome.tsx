/** Says to those who have just come what they can try here, and lets them begin. */
import { useSession } from '../app/session.tsx';
import { useWords } from '../app/settings.tsx';
import { useParts } from '../people/usePeople.ts';
import { Avatar } from '../ui/Avatar.tsx';

export function Welcome() {
  const { listings, parts, people } = useWords();
  const { signIn } = useSession();
  return (
    <section className="welcome" aria-labelledby="welcome">
      <div>
        <h2 id="welcome">{listings.intro}</h2>
        <p>{people.lead}</p>
      </div>
      <ul>
        {useParts().map((person) => (
          <li key={person.id}>
            <button type="button" className="button" onClick={() => signIn(person.id)}>
              <Avatar person={person} size="sm" />
              {parts[person.part]}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
