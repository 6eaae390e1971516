export type * from "./api.ts";
export type * from "./evidence.ts";
export type * from "./model.ts";
export type * from "./operation.ts";
export type * from "./security.ts";
export type * from "./type.ts";
