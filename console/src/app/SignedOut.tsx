/** What one sees without a session: how to get one. The address stays, so that one comes back to where one was. */
export function SignedOut() {
  return (
    <main className="signed-out">
      <h1>Sign in</h1>
      <p>
        Ask for a link, or make one where Ringback runs: <code>ringback operator-link</code>
      </p>
    </main>
  );
}
