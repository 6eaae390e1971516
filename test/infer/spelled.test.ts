import { expect, test } from "vitest";
import { spelledBy } from "../../generator/infer/replies/spelled.ts";
import { splitWords } from "../../generator/link/words.ts";

test.each<readonly [string, string | undefined]>([
  ["twoHundredApplicationJsonObject", "200 application/json"],
  ["two_hundred_and_one_application_json_one_of", "201 application/json"],
  ["TwoHundredAndFourteenTextPlainRes", "214 text/plain"],
  ["FourHundredAndTwentyNineApplicationJSONObject", "429 application/json"],
  ["fourHundredAndThirtyApplicationJsonObject", "430 application/json"],
  ["fourHundredAndFiftyOneImagePngBytes", "451 image/png"],
  ["fiveHundredAndTwoApplicationProblemPlusJsonClasses", "502 application/problem+json"],
  ["twoHundredApplicationOctetStreamBytes", "200 application/octet-stream"],
  ["twoHundredApplicationXYamlSchema", "200 application/x-yaml"],
  ["twoHundredTextYamlRes", "200 text/yaml"],
  ["twoHundredApplicationShipObject", "200 "],
  ["fourHundred", "400 "],
  ["defaultApplicationJsonObject", "default application/json"],
  ["default", undefined],
  ["defaultShip", undefined],
  ["twoShips", undefined],
  ["hundredAndOne", undefined],
])("a body called %s", (name, want) => {
  const { status, contentType } = spelledBy(splitWords(name)) ?? {};
  expect(status === undefined ? undefined : `${status} ${contentType}`).toBe(want);
});
