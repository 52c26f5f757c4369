/** Runs the tests of the native views as on Android. */
import { nativeProject } from './tests/native/support/project.ts';

export default nativeProject('android');
