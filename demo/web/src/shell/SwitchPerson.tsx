/** Switches the user of this window: a few people for each role, and the way to all others. */
import { Link } from 'wouter';
import { useSession } from '../app/session.tsx';
import { useWords } from '../app/settings.tsx';
import { CONSOLE } from '../people/PersonButton.tsx';
import { type PersonInPart, useParts } from '../people/usePeople.ts';
import { useSignInLink } from '../people/useReturn.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { useMarketFormat } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';

export function SwitchPerson({ onChosen }: { onChosen: () => void }) {
  const { account: words } = useWords();
  const { signedIn, signIn } = useSession();
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
            {person.part === 'operator' ? (
              <a href={CONSOLE}>
                <Face person={person} />
              </a>
            ) : (
              <button
                type="button"
                aria-current={person.id === signedIn?.account.id || undefined}
                onClick={() => choose(person.id)}
              >
                <Face person={person} />
                {person.id === signedIn?.account.id && <Icon name="check" />}
              </button>
            )}
          </li>
        ))}
      </ul>
      <Link {...signInLink} onClick={onChosen}>
        <Icon name="people" /> {words.everybody}
      </Link>
    </section>
  );
}

function Face({ person }: { person: PersonInPart }) {
  const { parts } = useWords();
  const format = useMarketFormat();
  return (
    <>
      <Avatar person={person} />
      <span>
        <strong>{parts[person.part]}</strong>
        <small>{format.person(person)}</small>
      </span>
    </>
  );
}
