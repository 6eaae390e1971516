/** The form of a package's name on JSR, which always has a scope. */
export const jsrPattern: RegExp = /^@[a-z0-9][a-z0-9-]{1,19}\/[a-z0-9][a-z0-9-]{1,57}$/;
