import type { ModelId } from "../../ir/index.ts";
import type { Draft, DraftField, DraftModel, DraftOperation, LinkedType } from "../draft.ts";

/** Old ids to new ones; ids that it does not have stay. */
export type Renaming = ReadonlyMap<ModelId, ModelId>;

/** The draft with its models under other ids. */
export function renameModels({ models, operations, ...whole }: Draft, ids: Renaming): Draft {
  return {
    ...whole,
    models: models.map((model) => renameModel(model, ids)),
    operations: operations.map((operation) => renameOperation(operation, ids)),
  };
}

function renameModel(model: DraftModel, ids: Renaming): DraftModel {
  const id = ids.get(model.id) ?? model.id;
  switch (model.kind) {
    case "enum":
      return { ...model, id };
    case "union":
      return { ...model, id, members: model.members.map((member) => renameIn(member, ids)) };
    case "object":
      return {
        ...model,
        id,
        fields: model.fields.map((field) => renameField(field, ids)),
        additional: model.additional.map((type) => renameType(type, ids)),
      };
  }
}

function renameOperation(operation: DraftOperation, ids: Renaming): DraftOperation {
  const { parameters, request, responses, errors } = operation;
  return {
    ...operation,
    parameters: parameters.map((field) => renameField(field, ids)),
    request: request === null ? null : renameField(request, ids),
    responses: responses.map((response) => renameIn(response, ids)),
    errors: errors.map((error) => renameIn(error, ids)),
  };
}

function renameField({ words, sightings: [first, ...others] }: DraftField, ids: Renaming): DraftField {
  return { words, sightings: [renameIn(first, ids), ...others.map((other) => renameIn(other, ids))] };
}

function renameIn<T extends { readonly type: LinkedType }>(of: T, ids: Renaming): T {
  return { ...of, type: renameType(of.type, ids) };
}

function renameType(type: LinkedType, ids: Renaming): LinkedType {
  switch (type.kind) {
    case "reference":
      return { ...type, id: ids.get(type.id) ?? type.id };
    case "list":
    case "stream":
      return { ...type, item: renameType(type.item, ids) };
    case "map":
      return { ...type, value: renameType(type.value, ids) };
    case "nullable":
      return { ...type, of: renameType(type.of, ids) };
    case "union":
      return { ...type, members: type.members.map((member) => renameType(member, ids)) };
    default:
      return type;
  }
}
