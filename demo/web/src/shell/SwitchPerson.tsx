/** Switches the user of this window: a few people for each role, and the way to all others. */
import { Link } from 'wouter';
import { useSession } from '../app/session.tsx';
import { useWords } from '../app/settings.tsx';
import { useParts } from '../people/usePeople.ts';
import { useSignInLink } from '../people/useReturn.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { useMarketFormat } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';

export function SwitchPerson({ onChosen }: { onChosen: () => void }) {
  const { account: words, parts } = useWords();
  const { signedIn, signIn } = useSession();
  const format = useMarketFormat();
  const signInLink = useSignInLink();
  const choose = async (id: string) => {
    await signIn(id);
    onChosen();
  };
  return (
    <section className="switch" aria-labelledby="switch-title">
      <h2 id="switch-title">{words.switchTo}</h2>
      <ul>
        {useParts().map((person) => (
          <li key={person.id}>
            <button
              type="button"
              aria-current={person.id === signedIn?.account.id || undefined}
              onClick={() => choose(person.id)}
            >
              <Avatar person={person} />
              <span>
                <strong>{parts[person.part]}</strong>
                <small>{format.person(person)}</small>
              </span>
              {person.id === signedIn?.account.id && <Icon name="check" />}
            </button>
          </li>
        ))}
      </ul>
      <Link {...signInLink} onClick={onChosen}>
        <Icon name="people" /> {words.everybody}
      </Link>
    </section>
  );
}
