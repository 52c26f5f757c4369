/** A person's picture, or their initials on one of a few quiet colours. The name stands beside it. */

interface AvatarProps {
  person: { id: string; name: string; avatar_url: string | null };
  size?: 'sm' | 'md' | 'lg';
}

const TONES = 6;

export function Avatar({ person: { id, name, avatar_url }, size = 'md' }: AvatarProps) {
  if (avatar_url !== null) return <img className={`avatar avatar-${size}`} src={avatar_url} alt="" />;
  return (
    <span className={`avatar avatar-${size} avatar-tone-${toneOf(id)}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

function toneOf(id: string): number {
  return Number.parseInt(id.slice(-4), 16) % TONES;
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/);
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : [name];
  return chosen.map((word) => [...(word ?? '')][0] ?? '').join('');
}
