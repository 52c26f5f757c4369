/** The code that the concepts show. */

/** What the samples in TypeScript start from. */
export const startSample = (publicUrl: string) => `import {
  createCallbackClient,
  createOperatorClient,
  isCallbackError,
} from '@ringback/client';

const client = createCallbackClient({
  baseUrl: '${publicUrl}',
  getToken: () => session.token,
});
const operator = createOperatorClient({
  baseUrl: '${publicUrl}',
  getToken: () => session.token,
});`;

/** The same for curl. */
export const shellSample = (publicUrl: string) => `API=${publicUrl}
curl "$API/v1/stats" -H "Authorization: Bearer $SELLER_TOKEN"`;

export const BACK_END_SAMPLE = `curl "$API/v1/stats" \\
  -H "Authorization: Bearer $SERVICE_TOKEN" \\
  -H "Ringback-User: $USER_ID"`;

export const REPEAT_SAMPLE = `curl -X POST "$API/v1/callback-requests/$REQUEST_ID/extension" \\
  -H "Authorization: Bearer $BUYER_TOKEN" \\
  -H "Idempotency-Key: 3f0c6a52-7d1e-4b57-8a0c-0c1f5f6d2c11"`;

export const PAGES_SAMPLE = `let cursor: string | undefined;
do {
  const page = await client.listCallbackRequests({ as: 'seller', cursor });
  for (const request of page.items) console.log(request.requester_name);
  cursor = page.next_cursor ?? undefined;
} while (cursor);`;

export const ERROR_SAMPLE = `try {
  await client.extendCallbackRequest(requestId);
} catch (error) {
  if (isCallbackError(error) && error.code === 'request_expired') console.log(error.message);
  else throw error;
}`;
