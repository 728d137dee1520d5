import type { Language } from '../../i18n/words.ts';
import type { CaseView, Outcome, Problem } from '../contract.ts';
import type {
  BlankBoxInput,
  BlankLanguage,
  BlankPaperInput,
  Desk,
  OfficeBlankView,
  PaperTextView,
  PhotoCrop,
  PhotoPageView,
  PlaceInput,
} from '../desk.ts';
import { FLAT, FORM, blankData, guides, PIXEL } from './office.ts';
import { MockLaw } from './law.ts';

const refused = (code: string, args: Record<string, string> = {}): Problem => ({
  code,
  args,
  field: null,
});

/** The windows of the blank, the photo and the printer without a shell. */
export abstract class MockDesk extends MockLaw implements Desk {
  /** The blanks that the case keeps, by their digests. */
  readonly kept: OfficeBlankView[] = [];
  /** The blank that the person chooses; none when the dialog is closed. */
  offered: OfficeBlankView | null = structuredClone(FORM);
  /** The picture that the person chooses. */
  picture: PhotoPageView['picture'] = null;
  photo: PhotoPageView['kept'] = null;
  /** The printers of the system. */
  known: string[] = [];
  readonly own: Record<string, string> = {};

  /** Another revision of the case. */
  protected abstract advance(lang: Language, revision: number): Promise<Outcome<CaseView>>;

  blanks(lang: Language) {
    return this.ok({
      blanks: this.kept.map(({ blank, title, language, boxes }) => ({
        digest: blank.digest,
        title,
        language,
        boxes: boxes.length,
      })),
      data: blankData(lang),
    });
  }

  async chooseBlank(lang: Language, revision: number, language: BlankLanguage) {
    this.calls.push(`chooseBlank ${language}`);
    const offered = this.offered;
    if (!offered) return this.ok(null);
    if (!this.kept.some(({ blank }) => blank.digest === offered.blank.digest)) {
      this.kept.push(structuredClone({ ...offered, language }));
    }
    const changed = await this.advance(lang, revision);
    if (changed.status === 'error') return changed;
    return this.ok({ case: changed.data, digest: offered.blank.digest });
  }

  blank(digest: string): Promise<Outcome<OfficeBlankView>> {
    const found = this.#blankOf(digest);
    return found ? this.ok(found) : this.refuse(refused('no_blank'));
  }

  suggestForPlace(_digest: string, place: PlaceInput) {
    return this.ok(place.y < 60_000 ? { fact: 'names.surname', from: 'Фамилия' } : null);
  }

  putBlankBox(lang: Language, revision: number, digest: string, input: BlankBoxInput) {
    this.calls.push(`putBlankBox ${JSON.stringify(input)}`);
    const found = this.#blankOf(digest);
    if (!found) return this.refuse(refused('no_blank'));
    const over = found.boxes.some(
      (one) =>
        one.id !== input.id &&
        one.field === null &&
        input.field === null &&
        one.page === input.page &&
        one.x < input.x + input.width &&
        input.x < one.x + one.width &&
        one.y < input.y + input.height &&
        input.y < one.y + one.height,
    );
    if (over) {
      const args = { line: '0', place: input.id ?? '', flaw: 'Overlaps' };
      return this.refuse(refused('blank.flaw.overlaps', args));
    }
    const id = input.id ?? `box-${found.boxes.length + 1}`;
    const at = found.boxes.findIndex((one) => one.id === id);
    found.boxes.splice(at < 0 ? found.boxes.length : at, at < 0 ? 0 : 1, { ...input, id });
    return this.advance(lang, revision);
  }

  removeBlankBox(lang: Language, revision: number, digest: string, id: string) {
    this.calls.push(`removeBlankBox ${id}`);
    const found = this.#blankOf(digest);
    if (found) found.boxes = found.boxes.filter((one) => one.id !== id);
    return this.advance(lang, revision);
  }

  nameBlank(
    lang: Language,
    revision: number,
    digest: string,
    input: { title: string; edition: string },
  ) {
    Object.assign(this.#blankOf(digest) ?? {}, input);
    return this.advance(lang, revision);
  }

  setBlankLanguage(lang: Language, revision: number, digest: string, language: BlankLanguage) {
    Object.assign(this.#blankOf(digest) ?? {}, { language });
    return this.advance(lang, revision);
  }

  removeBlank(lang: Language, revision: number, digest: string) {
    this.calls.push('removeBlank');
    this.kept.splice(
      0,
      this.kept.length,
      ...this.kept.filter((one) => one.blank.digest !== digest),
    );
    return this.advance(lang, revision);
  }

  importBoxes(
    _lang: Language,
    _revision: number,
    _digest: string,
  ): Promise<Outcome<CaseView | null>> {
    this.calls.push('importBoxes');
    return this.refuse(refused('blank.other_blank', { title: 'Анкета 2025' }));
  }

  adoptBoxes(lang: Language, revision: number, _digest: string) {
    this.calls.push('adoptBoxes');
    return this.advance(lang, revision);
  }

  exportBoxes(digest: string) {
    this.calls.push('exportBoxes');
    return this.ok(`boxes_${digest.slice(0, 8)}.toml`);
  }

  blankPaper(_lang: Language, _digest: string, input: BlankPaperInput) {
    if (input.kind !== 'empty') this.calls.push(`blankPaper ${JSON.stringify(input)}`);
    return this.ok(new Uint8Array());
  }

  /** What the made-up blank does not hold. */
  warnings: string[] = [];

  blankWarnings(_lang: Language, _digest: string, input: BlankPaperInput) {
    const told = input.kind === 'filled' || input.kind === 'text_only';
    return this.ok(told ? this.warnings : []);
  }

  saveBlankPaper(_lang: Language, _digest: string, input: BlankPaperInput) {
    this.calls.push(`saveBlankPaper ${JSON.stringify(input)}`);
    return this.ok('blank.pdf');
  }

  photoPage(lang: Language): Promise<Outcome<PhotoPageView>> {
    return this.ok({
      guides: guides(lang),
      least_width: 413,
      least_height: 531,
      picture: this.picture,
      kept: this.photo,
    });
  }

  choosePicture(_lang: Language) {
    this.picture = {
      width: 1400,
      height: 1800,
      preview: PIXEL,
      suggested: { x: 0, y: 0, width: 1400, height: 1800 },
    };
    return this.ok(true);
  }

  cutPhoto(lang: Language, revision: number, crop: PhotoCrop) {
    this.calls.push(`cutPhoto ${JSON.stringify(crop)}`);
    this.photo = { width: 827, height: 1063, jpeg: PIXEL };
    return this.advance(lang, revision);
  }

  removePhoto(lang: Language, revision: number) {
    this.photo = null;
    return this.advance(lang, revision);
  }

  photoSheet(_lang: Language) {
    return this.ok(new Uint8Array());
  }

  savePhoto(_lang: Language) {
    this.calls.push('savePhoto');
    return this.ok(['photo_35x45mm.jpg', 'photo_sheet_10x15cm.jpg', 'photo_sheet_10x15cm.pdf']);
  }

  printers() {
    return this.ok(this.known);
  }

  printSaved(file: string, printer: string) {
    this.calls.push(`printSaved ${file} ${printer}`);
    return this.ok(null);
  }

  paperTexts(_key: string, paperLanguage: Language): Promise<Outcome<PaperTextView[]>> {
    const own = this.own[paperLanguage];
    return this.ok([
      { block: 'title', text: 'Автобиография', editable: false, own: false },
      {
        block: 'life',
        text: own ?? 'Я родился в Омске.',
        editable: true,
        own: own !== undefined,
      },
    ]);
  }

  ownText(
    lang: Language,
    revision: number,
    paper: string,
    block: string,
    paperLanguage: Language,
    text: string,
  ) {
    this.calls.push(`ownText ${paper} ${block} ${paperLanguage} ${text}`);
    if (text === '') delete this.own[paperLanguage];
    else this.own[paperLanguage] = text;
    return this.advance(lang, revision);
  }

  #blankOf(digest: string): OfficeBlankView | null {
    return this.kept.find(({ blank }) => blank.digest === digest) ?? null;
  }
}

export { FLAT, FORM };
