// Markdown as Teams shows it: emphasis, lists and links; HTML in the text is text.
import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true });
markdown.disable(['image', 'heading', 'table', 'code', 'fence', 'blockquote']);

export function renderMarkdown(text: string): string {
  return markdown.render(text);
}
