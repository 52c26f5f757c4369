/** Between a CallbackError and the `application/problem+json` body that carries it over HTTP. */
import { CallbackError, ERRORS, type ErrorCode } from '../errors.ts';
import type { Problem } from '../schemas/index.ts';

/** The answer's body for an error. `instance` identifies the answer in the logs. */
export function toProblem(error: CallbackError & { code: ErrorCode }, instance?: string): Problem {
  const { code, status, message, field, existingRequestId, limit, notice, triesLeft } = error;
  const { canAskForReview, retryAfterSeconds } = error;
  return {
    type: `urn:ringback:error:${code}`,
    title: ERRORS[code].title,
    status,
    code,
    detail: message,
    ...(instance !== undefined && { instance }),
    ...(field !== undefined && { field }),
    ...(existingRequestId !== undefined && { existing_request_id: existingRequestId }),
    ...(limit !== undefined && { limit }),
    ...(notice !== undefined && { notice }),
    ...(triesLeft !== undefined && { tries_left: triesLeft }),
    ...(canAskForReview && { can_ask_for_review: true }),
    ...(retryAfterSeconds !== undefined && { retry_after_seconds: retryAfterSeconds }),
  };
}

/** The error that an answer's body describes. */
export function fromProblem(problem: Problem): CallbackError {
  return new CallbackError(problem.code, problem.detail, {
    status: problem.status,
    field: problem.field,
    existingRequestId: problem.existing_request_id,
    limit: problem.limit,
    notice: problem.notice,
    triesLeft: problem.tries_left,
    canAskForReview: problem.can_ask_for_review,
    retryAfterSeconds: problem.retry_after_seconds,
  });
}
