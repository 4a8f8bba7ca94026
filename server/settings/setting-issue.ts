/** A wrong entry of the settings file. */
export interface SettingIssue {
  /** Such as `services[0].partners[1].origins[0]`; empty for the file as a whole. */
  readonly path: string;
  readonly reason: string;
}
