/** One way in which a payload differs from the documentation. It never holds a value of the payload. */
export interface Issue {
  /** Where, from the model's name on: `ChatCompletion.choices[0].message`. */
  readonly path: string;
  readonly code: IssueCode;
  /** What the documentation says, e.g. `a string`. */
  readonly expected: string;
  /** What kind of value came, e.g. `null` or `an array`. */
  readonly received: string;
}

/**
 * `type`: another kind of value. `missing`: a required field is absent. `value`: not the documented literal.
 * `range`: an integer that a JavaScript number cannot hold. `format`: a string that is no date, or bytes that are no
 * base64. `variant`: no documented member of a union fits. `name-guess`: the field came under another spelling than the
 * assumed one. `json`: the text is not JSON. `content-type`: the response has another content type than documented.
 */
export type IssueCode =
  | "type"
  | "missing"
  | "value"
  | "range"
  | "format"
  | "variant"
  | "name-guess"
  | "json"
  | "content-type";

export interface DecodeOptions {
  /**
   * `strict`: an issue is an error. `lenient`: data is delivered as received, and issues are reported.
   * `off`: data is delivered as received, and nothing is reported.
   */
  readonly validate?: "strict" | "lenient" | "off" | undefined;
  /** Called once for each issue, in every mode but `off`. */
  readonly onIssue?: ((issue: Issue) => void) | undefined;
}

/** Reads a value of type `T` out of parsed JSON; every emitted `decodeX` is one. */
export type Decoder<T> = (input: unknown, options?: DecodeOptions) => T;
