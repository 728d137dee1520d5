import type {
  BlankBoxInput,
  BlankLanguage,
  BlankPaperInput,
  BlanksView,
  BlankSuggestionView,
  BlankTitleInput,
  CaseView,
  ChosenBlankView,
  Language,
  OfficeBlankView,
  PaperTextView,
  PhotoCrop,
  PhotoPageView,
  PlaceInput,
} from './bindings.ts';
import type { Outcome } from './outcome.ts';

export type {
  BlankBoxInput,
  BlankBoxView,
  BlankDatumView,
  BlankFieldView,
  BlankLanguage,
  BlankPageView,
  BlankPaperInput,
  BlanksView,
  BlankSuggestionView,
  BlankTitleInput,
  BoxFill,
  ChosenBlankView,
  DatePart,
  KeptBlankView,
  OfficeBlankView,
  PaperTextView,
  PhotoCrop,
  PhotoPageView,
  PhotoPictureView,
  PlaceInput,
  RuledPlaceView,
  TestSheetInput,
} from './bindings.ts';

/** What the windows of the blank, the photo and the printer may ask of the shell. */
export interface Desk {
  /** The blanks of the case, and what can be written on them. */
  blanks(lang: Language): Promise<Outcome<BlanksView>>;
  /** Asks for a blank and keeps it; nothing when the person chose none. */
  chooseBlank(
    lang: Language,
    revision: number,
    language: BlankLanguage,
  ): Promise<Outcome<ChosenBlankView | null>>;
  blank(digest: string): Promise<Outcome<OfficeBlankView>>;
  /** Which datum a place is for, guessed from the words beside it. */
  suggestForPlace(digest: string, place: PlaceInput): Promise<Outcome<BlankSuggestionView | null>>;
  putBlankBox(
    lang: Language,
    revision: number,
    digest: string,
    input: BlankBoxInput,
  ): Promise<Outcome<CaseView>>;
  removeBlankBox(
    lang: Language,
    revision: number,
    digest: string,
    id: string,
  ): Promise<Outcome<CaseView>>;
  nameBlank(
    lang: Language,
    revision: number,
    digest: string,
    input: BlankTitleInput,
  ): Promise<Outcome<CaseView>>;
  setBlankLanguage(
    lang: Language,
    revision: number,
    digest: string,
    language: BlankLanguage,
  ): Promise<Outcome<CaseView>>;
  removeBlank(lang: Language, revision: number, digest: string): Promise<Outcome<CaseView>>;
  /** Asks for a file of boxes and uses it; nothing when the person chose none. */
  importBoxes(lang: Language, revision: number, digest: string): Promise<Outcome<CaseView | null>>;
  /** Uses the boxes that were imported last although they were made for another blank. */
  adoptBoxes(lang: Language, revision: number, digest: string): Promise<Outcome<CaseView>>;
  /** Writes the file of boxes into the chosen folder and says under which name. */
  exportBoxes(digest: string): Promise<Outcome<string>>;
  /** What is printed of a blank, as a PDF. */
  blankPaper(lang: Language, digest: string, input: BlankPaperInput): Promise<Outcome<Uint8Array>>;
  /** What is to be known of that paper before it is handed in, as sentences. */
  blankWarnings(lang: Language, digest: string, input: BlankPaperInput): Promise<Outcome<string[]>>;
  saveBlankPaper(lang: Language, digest: string, input: BlankPaperInput): Promise<Outcome<string>>;
  photoPage(lang: Language): Promise<Outcome<PhotoPageView>>;
  /** Asks for a picture; whether one was chosen. */
  choosePicture(lang: Language): Promise<Outcome<boolean>>;
  cutPhoto(lang: Language, revision: number, crop: PhotoCrop): Promise<Outcome<CaseView>>;
  removePhoto(lang: Language, revision: number): Promise<Outcome<CaseView>>;
  /** The sheet of photos as a PDF. */
  photoSheet(lang: Language): Promise<Outcome<Uint8Array>>;
  savePhoto(lang: Language): Promise<Outcome<string[]>>;
  /** The names of the printers, the usual one first; none where there is none. */
  printers(): Promise<Outcome<string[]>>;
  printSaved(file: string, printer: string): Promise<Outcome<null>>;
  /** The texts of a paper, to read and to replace. */
  paperTexts(key: string, paperLanguage: Language): Promise<Outcome<PaperTextView[]>>;
  /** Puts a text of one's own in the place of a composed one; an empty one takes it back. */
  ownText(
    lang: Language,
    revision: number,
    paper: string,
    block: string,
    paperLanguage: Language,
    text: string,
  ): Promise<Outcome<CaseView>>;
}
