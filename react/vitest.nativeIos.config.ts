/** Runs the tests of the native views as on iOS. */
import { nativeProject } from './tests/native/support/project.ts';

export default nativeProject('ios');
