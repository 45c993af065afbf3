// A button that shows or hides a part of its card, and says itself whether that part is open: the
// package says it on the part, which has no role that could carry it.
import { type CardElement, ToggleVisibilityAction } from 'adaptivecards';

export class Toggle extends ToggleVisibilityAction {
  override render(): void {
    super.render();
    this.#sayWhetherOpen();
  }

  override execute(): void {
    super.execute();
    for (const part of this.#parts()) part.renderedElement?.removeAttribute('aria-expanded');
    this.#sayWhetherOpen();
  }

  #sayWhetherOpen(): void {
    const open = this.#parts().some((part) => part.isVisible);
    this.renderedElement?.setAttribute('aria-expanded', String(open));
  }

  #parts(): CardElement[] {
    const card = this.parent?.getRootElement();
    return Object.keys(this.targetElements)
      .map((id) => card?.getElementById(id))
      .filter((part) => part !== undefined);
  }
}
