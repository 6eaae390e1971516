/**
 * Which lines are fenced code, those of the fences included. `fence` finds the mark of one, its first group, at the beginning
 * of a line; what is never closed is code to the end.
 */
export function codeLines(lines: readonly string[], fence: RegExp): readonly boolean[] {
  let open: string | undefined;
  return lines.map((line) => {
    const mark = fence.exec(line)?.[1];
    const isCode = open !== undefined || mark !== undefined;
    if (open === undefined) open = mark;
    else if (mark?.startsWith(open)) open = undefined;
    return isCode;
  });
}

/** A fence as Markdown has it, in a block of its own. */
export const plainFence: RegExp = /^ {0,3}(`{3,}|~{3,})/;
