import { type Config, defineConfig } from "docsdk";

/** The APIs that this project ships. The docs of two of them are older than the comments that state method and path. */
const config: Config = defineConfig({
  apis: {
    cove: { docs: "input-docs/cove" },
    // Written in seven languages, which are merged; a test holds them against one another.
    harbor: { docs: "input-docs/harbor" },
    plover: {
      docs: "input-docs/plover",
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
      overrides: [
        {
          subject: "operation completions.chat",
          value: "POST /v1/chat/completions",
          reason: "The docs do not state method and path; this is what the server answers to.",
        },
      ],
    },
    tern: { docs: "input-docs/tern" },
  },
});

export default config;
