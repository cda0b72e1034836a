/** Before any test danhba is made as it is installed, of the sources as they are: what tests start as a process is that. */
import { build } from '../../tools/build.ts';

export default async function setup(project: { onTestsRerun(again: () => Promise<void>): void }) {
  await build();
  project.onTestsRerun(() => build());
}
