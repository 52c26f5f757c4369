/** Stands for your marketplace: its types, who is signed in, and a listing. The people and the listing are those of Ringback's demo. */

/** Where Ringback answers: at this page's own address, which passes /v1 and /demo on (next.config.ts). */
export const API_URL = '';

export interface Person {
  id: string;
  name: string;
  phone: string;
}

export interface Listing {
  id: string;
  user_id: string;
  title: string;
  price: string;
  /** `phone` is only whether there is one: your backend keeps the number, which no buyer's browser needs. */
  profiles: { first_name: string; last_name: string; phone: 'on file' | null } | null;
}

export const BUYER: Person = {
  id: '698564b2-73fe-8bfb-a31e-5e20c1f861b8',
  name: 'Adwoa Ofori',
  phone: '+233231230048',
};

export const SELLER: Person = {
  id: '55c1d286-78ed-8928-af09-9bd6b838b563',
  name: 'Kwame Addo',
  phone: '+233231230011',
};

export const LISTING: Listing = {
  id: 'f2258428-5338-8afe-8a80-804d64ee56fa',
  user_id: SELLER.id,
  title: 'Trek hybrid bicycle, 54 cm, new tyres',
  price: 'GHS 1,850',
  profiles: { first_name: 'Kwame', last_name: 'Addo', phone: 'on file' },
};

let session: { personId: string; token: string } | undefined;

/** The token of that person, kept until it is refused. */
export async function getToken({ id }: Person, isRefused: boolean): Promise<string> {
  if (isRefused || session?.personId !== id) session = { personId: id, token: await signIn(id) };
  return session.token;
}

async function signIn(id: string): Promise<string> {
  const answer = await fetch(`${API_URL}/demo/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person_id: id }),
  });
  if (!answer.ok) throw new Error(`The demo refused to sign in ${id} (HTTP ${answer.status}).`);
  const { token } = (await answer.json()) as { token: string };
  return token;
}
