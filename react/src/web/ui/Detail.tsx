/** A line of a description list; absent when there is nothing to say. */
export function Detail({ label, children }: { label: string; children: string | undefined }) {
  if (!children) return null;
  return (
    <div className="cb-detail">
      <dt>{label}</dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
    </div>
  );
}
