import { expect, test } from "vitest";
import { python } from "../../generator/dialects/python.ts";
import { meaningOf } from "./cells.ts";

const dates = "https://docs.python.org/3/library/datetime.html";

test.each([
  // scalars
  ["*str*", "string"],
  ["*int*", "integer"],
  ["*float*", "number"],
  ["*bool*", "boolean"],
  ["*bytes*", "bytes"],
  ["*Any*", "any"],
  // the three wrappers, in emphasis and in links
  ["*Optional[str]*", "Optional string"],
  ["*Nullable[int]*", "Nullable integer"],
  ["*OptionalNullable[Any]*", "OptionalNullable any"],
  ["[Optional[models.Usage]](../models/usage.md)", "Optional models.Usage@usage.md"],
  ["[Nullable[components.Usage]](../../models/components/usage.md)", "Nullable components.Usage@usage.md"],
  ["[OptionalNullable[models.Usage]](../models/usage.md)", "OptionalNullable models.Usage@usage.md"],
  // containers stand outside, and their items may be null
  ["List[*str*]", "list(string)"],
  ["List[List[[models.Point](../models/point.md)]]", "list(list(models.Point@point.md))"],
  ["Dict[str, *Any*]", "map(any)"],
  ["Dict[str, Any]", "map(any)"],
  ["Dict[str, Dict[str, *Any*]]", "map(map(any))"],
  ["List[Dict[str, *Any*]]", "list(map(any))"],
  ["List[*Nullable[str]*]", "list(nullable(string))"],
  ["Dict[str, *Nullable[float]*]", "map(nullable(number))"],
  ["Dict[str, [Nullable[models.Usage]](../models/usage.md)]", "map(nullable(models.Usage@usage.md))"],
  // dates are swapped where they link, and only there
  [`[date](${dates}#date-objects)`, "date-time"],
  [`[datetime](${dates}#datetime-objects)`, "date"],
  [`List[[date](${dates}#date-objects)]`, "list(date-time)"],
  ["datetime", "date-time"],
  ["date", "date"],
  // constants
  ['*Literal["lead"]*', '"lead"'],
  ['*Optional[Literal["a*b] \\"c\\""]]*', 'Optional "a*b] \\"c\\""'],
  ["*Literal[True]*", "true"],
  ["*OptionalNullable[Literal[None]]*", "OptionalNullable null"],
  ["*Literal[1]*", "1"],
  ['*Literal["a", "b"]*', 'union("a", "b")'],
  // bytes and responses
  ["*Union[bytes, IO[bytes], io.BufferedReader]*", "bytes"],
  ["*OptionalNullable[Union[bytes, IO[bytes], io.IOBase]]*", "OptionalNullable bytes"],
  ["[Union[bytes, IO[bytes], io.BufferedReader]](../../models/.md)", "bytes"],
  ["[httpx.Response](https://www.python-httpx.org/api/#response)", "response"],
  ["[httpx.Request](https://www.python-httpx.org/api/#request)", "response"],
  ["[requests.Response](https://requests.readthedocs.io/en/latest/api/#requests.Response)", "response"],
  ["*Optional[requests_http.Response]*", "Optional response"],
  // targets without a name: the text is the whole type
  ["[List[operations.RequestBody]](../../models/.md)", "list(operations.RequestBody)"],
  ["[Any](../../models/.md)", "any"],
  ["[Dict[str, Any]](../../models//.md)", "map(any)"],
  ["[str](../../.md)", "string"],
  // lower-case lists, links without namespace, and unions in line: the docs of 2023 and 2024
  ["list[[Choices](../../models/shared/choices.md)]", "list(Choices@choices.md)"],
  ["dict[str, *int*]", "map(integer)"],
  ["[Optional[Usage]](../../models/shared/usage.md)", "Optional Usage@usage.md"],
  ["List[[Union[shared.A, shared.B]](../../models/shared/x.md)]", "list(union(shared.A, shared.B)@x.md)"],
  ["[Optional[Union[str, shared.A]]](../../models/shared/loc.md)", "Optional union(string, shared.A)@loc.md"],
  ["[Union[shared.A]](../../models/shared/x.md)", "union(shared.A)@x.md"],
  ["List[[Union[str, int]](../../models/shared/loc.md)]", "list(union(string, integer)@loc.md)"],
  // response lines
  [
    "[Union[eventstreaming.EventStream[models.Chunk], eventstreaming.EventStreamAsync[models.Chunk]]](../../models/.md)",
    "sse(models.Chunk)",
  ],
  [
    "Union[eventstreaming.EventStream[models.Chunk], eventstreaming.EventStreamAsync[models.Chunk]]",
    "sse(models.Chunk)",
  ],
  ["Union[Generator[models.Chunk, None, None], AsyncGenerator[models.Chunk, None]]", "sse(models.Chunk)"],
  ["[models.Usage](../../models/usage.md)", "models.Usage@usage.md"],
  ["List[models.Usage]", "list(models.Usage)"],
  ["httpx.Response", "response"],
  ["[httpx.Response](../../models/file.md)", "response"],
  // models that are called like the grammar's own words: the position decides
  ["List[[models.Nullable](../models/nullable.md)]", "list(models.Nullable@nullable.md)"],
  ["[Any](../models/any.md)", "Any@any.md"],
  ["[Optional[Object]](../models/object.md)", "Optional Object@object.md"],
])("%s", (cell, meaning) => {
  expect(meaningOf(cell, python)).toBe(meaning);
});

test.each(["", "*Record<string, str>*", "List[*str*", "*str", "[models.Usage]", "Dict[*str*]"])(
  "unread: %s",
  (cell) => {
    expect(meaningOf(cell, python)).toBe("unread");
  },
);
