/** How people, requests and deliveries are named. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether PostgreSQL would take this for a uuid, as it is usually written. */
export const isUuid = (text: string): boolean => UUID.test(text);
