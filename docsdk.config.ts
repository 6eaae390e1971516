import { type Config, defineConfig } from "docsdk";

const published = { license: "MIT", author: "The docsdk authors" };

/** The APIs that this project ships. The docs of two of them are older than the comments that state method and path. */
const config: Config = defineConfig({
  apis: {
    cove: { docs: "input-docs/cove", package: { ...published, jsr: "@cove/chat" } },
    // Written in seven languages, which are merged; a test holds them against one another.
    harbor: { docs: "input-docs/harbor", package: { ...published, jsr: "@harbor/traffic" } },
    plover: {
      docs: "input-docs/plover",
      package: { ...published, jsr: "@plover/chat" },
      overrides: [
        {
          subject: "operation chat.create_chat_completion",
          value: "POST /chat/completions",
          reason: "The docs do not state method and path; this is what the server answers to.",
        },
        {
          subject: "operation models.retrieve_model",
          value: "GET /models/{model_id}",
          reason: "The docs do not state method and path; this is what the server answers to.",
        },
      ],
    },
    quill: {
      docs: "input-docs/quill",
      package: { ...published, jsr: "@quill/chat" },
      overrides: [
        {
          subject: "operation completions.chat",
          value: "POST /v1/chat/completions",
          reason: "The docs do not state method and path; this is what the server answers to.",
        },
      ],
    },
    tern: { docs: "input-docs/tern", package: { ...published, jsr: "@tern/chat" } },
  },
});

export default config;
