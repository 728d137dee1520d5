import { commands } from './bindings.ts';
import { bytesOf, caught } from './caught.ts';
import type { Desk } from './desk.ts';

/** The windows of the blank, the photo and the printer. */
export const tauriDesk: Desk = {
  blanks: (lang) => caught(commands.blanks(lang)),
  chooseBlank: (lang, revision, language) => caught(commands.chooseBlank(lang, revision, language)),
  blank: (digest) => caught(commands.blank(digest)),
  suggestForPlace: (digest, place) => caught(commands.suggestForPlace(digest, place)),
  putBlankBox: (lang, revision, digest, input) =>
    caught(commands.putBlankBox(lang, revision, digest, input)),
  removeBlankBox: (lang, revision, digest, id) =>
    caught(commands.removeBlankBox(lang, revision, digest, id)),
  nameBlank: (lang, revision, digest, input) =>
    caught(commands.nameBlank(lang, revision, digest, input)),
  setBlankLanguage: (lang, revision, digest, language) =>
    caught(commands.setBlankLanguage(lang, revision, digest, language)),
  removeBlank: (lang, revision, digest) => caught(commands.removeBlank(lang, revision, digest)),
  importBoxes: (lang, revision, digest) => caught(commands.importBoxes(lang, revision, digest)),
  adoptBoxes: (lang, revision, digest) => caught(commands.adoptBoxes(lang, revision, digest)),
  exportBoxes: (digest) => caught(commands.exportBoxes(digest)),
  blankPaper: (lang, digest, input) => bytesOf(commands.blankPaper(lang, digest, input)),
  blankWarnings: (lang, digest, input) => caught(commands.blankWarnings(lang, digest, input)),
  saveBlankPaper: (lang, digest, input) => caught(commands.saveBlankPaper(lang, digest, input)),
  photoPage: (lang) => caught(commands.photoPage(lang)),
  choosePicture: (lang) => caught(commands.choosePicture(lang)),
  cutPhoto: (lang, revision, crop) => caught(commands.cutPhoto(lang, revision, crop)),
  removePhoto: (lang, revision) => caught(commands.removePhoto(lang, revision)),
  photoSheet: (lang) => bytesOf(commands.photoSheet(lang)),
  savePhoto: (lang) => caught(commands.savePhoto(lang)),
  printers: () => caught(commands.printers()),
  printSaved: (file, printer) => caught(commands.printSaved(file, printer)),
  paperTexts: (key, paperLanguage) => caught(commands.paperTexts(key, paperLanguage)),
  ownText: (lang, revision, paper, block, paperLanguage, text) =>
    caught(commands.ownText(lang, revision, paper, block, paperLanguage, text)),
};
