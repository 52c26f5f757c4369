'use client';
import { createLazyPart, useLazyPart } from '../../../headless/platform/lazyPart.ts';
import type { CodeStepOptions } from '../../../headless/requests/code/codeModel.ts';

const codeStep = createLazyPart(() => import('./CodeStep.tsx'));

/** The step, once it is loaded. The request's note says meanwhile what it waits for. */
export function CodeStepPart({ options }: { options: CodeStepOptions }) {
  const { module } = useLazyPart(codeStep, true);
  return module ? <module.CodeStep options={options} /> : null;
}
