/** The part of `markdown-it` that this page uses; the package comes without types. */
declare module 'markdown-it' {
  export interface Token {
    readonly type: string;
    readonly tag: string;
    /** 1 opens, -1 closes, 0 stands alone. */
    readonly nesting: 1 | 0 | -1;
    readonly content: string;
    readonly hidden: boolean;
    readonly children: readonly Token[] | null;
    attrGet(name: string): string | null;
  }
  export default class MarkdownIt {
    constructor(options: { html: boolean; breaks: boolean; linkify: boolean });
    readonly utils: { unescapeAll(text: string): string };
    validateLink: (url: string) => boolean;
    disable(rule: string): this;
    parse(source: string, env: object): readonly Token[];
  }
}
