/** Announces what has happened to assistive technology. It has to be on the page before its text. */
export function LiveRegion({ children }: { children: string | undefined }) {
  return (
    <div role="status" className="cb-visually-hidden">
      {children}
    </div>
  );
}
