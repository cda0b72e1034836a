/** What can end `danhba init`: the facts of each code. */

interface At {
  /** The folder, or what of npm. */
  readonly at: string;
}
interface Value {
  readonly value: string;
}

export interface InitErrorFacts {
  'init-elsewhere': At;
  'init-missing': { readonly options: string };
  'init-npm': At & { readonly cause: string };
  'init-used': At;
  'init-value.baseDn': Value;
  'init-value.domain': Value;
  'init-value.operatorCode': Value;
  'init-value.operatorName': Value;
  'init-value.province': Value;
}
