/** `danhba name --forms`: ready address forms for communes and wards under the province, for the operator to decide on. */
import { type CommonOptions, type ExitCode, exitCode, type Io, todayOf } from '../process/io.ts';
import { orSample } from '../process/sample.ts';
import { renderReadyForms, renderReadyFormsJson } from '../render/ready-forms.ts';
import { judgeForms, readDesired } from '../run/desired.ts';

export interface NameFormsOptions extends CommonOptions {
  readonly json?: boolean;
}

export async function nameForms(given: NameFormsOptions, io: Io): Promise<ExitCode> {
  const options = orSample(given);
  const desired = await readDesired(options);
  const { context } = desired;
  const forms = judgeForms(desired, todayOf(options, io));
  io.out(options.json === true ? renderReadyFormsJson(forms, context) : renderReadyForms(forms, context));
  return exitCode.clean;
}
