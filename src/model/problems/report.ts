/** What can end `danhba report` besides: the facts of each code. */

export interface ReportErrorFacts {
  'option-period.form': { readonly value: string; readonly example: string };
  'option-period.future': { readonly value: string; readonly example: string };
  /** An option that belongs to another report. */
  'report-option': { readonly option: string; readonly report: string };
}
