"""Makes the blanks of these tests with other people's programs: reportlab, pypdf, Pillow,
LibreOffice, poppler. Run once; the results are committed, because newer releases of the
programs write other bytes."""

import random
import subprocess
import sys
from pathlib import Path

from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject, RectangleObject
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

HERE = Path(__file__).parent
FONT = HERE / "../../../../assets/fonts/NotoSans-Regular.ttf"
pdfmetrics.registerFont(TTFont("Noto", str(FONT)))
HEIGHT = 297


def sheet(name):
    c = canvas.Canvas(str(HERE / name), pagesize=(210 * mm, HEIGHT * mm), invariant=1)
    c.setFont("Noto", 9)
    return c


def label(c, x, y, text):
    """Text with its baseline so many millimetres from the top."""
    c.drawString(x * mm, (HEIGHT - y) * mm, text)


def reportlab_form():
    c = sheet("reportlab.pdf")
    c.setTitle("Анкета")
    form = c.acroForm
    label(c, 20, 15, "ЗАЯВЛЕНИЕ-АНКЕТА")

    def text(name, caption, y, height=8, **more):
        label(c, 20, y + 5, caption)
        form.textfield(
            name=name, x=70 * mm, y=(HEIGHT - y - height) * mm, width=120 * mm,
            height=height * mm, borderWidth=0.5, fontSize=10, **more)

    text("surname", "1. Фамилия", 25)
    text("given", "2. Имя", 37)
    text("iin", "3. ИИН", 49, maxlen=12, fieldFlags="comb")
    text("birth_date", "4. Дата рождения", 61)
    text("motives", "5. Мотивы", 73, height=30, fieldFlags="multiline")
    label(c, 20, 114, "6. Пол: мужской")
    label(c, 90, 114, "женский")
    for value, x in (("M", 60), ("F", 110)):
        form.radio(name="sex", value=value, selected=False, x=x * mm, y=(HEIGHT - 115) * mm,
                   size=5 * mm, buttonStyle="check")
    label(c, 20, 126, "7. Казах(-шка)")
    form.checkbox(name="kazakh", x=60 * mm, y=(HEIGHT - 127) * mm, size=5 * mm, buttonStyle="cross")
    label(c, 20, 138, "8. Семейное положение")
    form.choice(name="marital", x=70 * mm, y=(HEIGHT - 141) * mm, width=60 * mm, height=8 * mm,
                options=[("single", "S"), ("married", "M")], value="S", fontSize=10)
    text("short", "9. Код", 145, maxlen=5)
    c.showPage()
    c.setFont("Noto", 9)
    label(c, 20, 15, "Вторая страница")
    form.textfield(name="phone", x=70 * mm, y=(HEIGHT - 33) * mm, width=60 * mm, height=8 * mm,
                   borderWidth=0.5)
    c.save()


def flat():
    c = sheet("plain.pdf")
    label(c, 20, 15, "ӨТІНІШ-САУАЛНАМА")
    rows = [("Тегі", 25), ("Аты", 37), ("Туған күні", 49)]
    for caption, y in rows:
        label(c, 20, y + 5, caption)
        c.rect(70 * mm, (HEIGHT - y - 8) * mm, 120 * mm, 8 * mm)
    label(c, 20, 66, "ЖСН")
    for cell in range(12):
        c.rect((70 + 8 * cell) * mm, (HEIGHT - 69) * mm, 8 * mm, 8 * mm)
    label(c, 20, 78, "Ниет себептері")
    for line in range(4):
        y = (HEIGHT - 88 - 8 * line) * mm
        c.line(20 * mm, y, 190 * mm, y)
    label(c, 20, 125, "Жынысы: ер")
    c.rect(45 * mm, (HEIGHT - 126) * mm, 4 * mm, 4 * mm)
    label(c, 60, 125, "әйел")
    c.rect(75 * mm, (HEIGHT - 126) * mm, 4 * mm, 4 * mm)
    label(c, 20, 136, "Туыстары")
    for row in range(4):
        for x, width in ((20, 80), (100, 30), (130, 60)):
            c.rect(x * mm, (HEIGHT - 148 - 10 * row) * mm, width * mm, 10 * mm)
    c.rect(155 * mm, (HEIGHT - 245) * mm, 35 * mm, 45 * mm)
    # A page that leaves its own state behind: smaller, turned and red.
    c.showPage()
    c.setFont("Noto", 9)
    label(c, 30, 40, "Екінші бет")
    c.rect(40 * mm, (HEIGHT - 70) * mm, 100 * mm, 10 * mm)
    c.save()
    reader = PdfReader(HERE / "plain.pdf")
    writer = PdfWriter()
    for page in reader.pages:
        writer.add_page(page)
    second = writer.pages[1]
    second[NameObject("/CropBox")] = RectangleObject((20 * mm, 30 * mm, 200 * mm, 287 * mm))
    second.rotate(90)
    stray = DecodedStreamObject()
    stray.set_data(b"q q 0.5 0.2 -0.2 0.5 50 50 cm 1 0 0 rg 1 0 0 RG 3 Tr")
    old = second["/Contents"].get_object()
    whole = DecodedStreamObject()
    whole.set_data(old.get_data() + b"\n" + stray.get_data())
    second[NameObject("/Contents")] = writer._add_object(whole)
    writer.write(HERE / "flat.pdf")
    (HERE / "plain.pdf").unlink()


def scan():
    subprocess.run(["pdftoppm", "-r", "150", "-gray", "-singlefile", "-f", "1", "-l", "1",
                    HERE / "flat.pdf", "/tmp/blank-scan"], check=True)
    picture = Image.open("/tmp/blank-scan.pgm")
    noise = random.Random(7)
    points = bytearray(picture.tobytes())
    for _ in range(20_000):
        at = noise.randrange(len(points))
        points[at] = max(0, points[at] - noise.randrange(90))
    picture = Image.frombytes("L", picture.size, bytes(points))
    picture.save(HERE / "scan.jpg", quality=60, dpi=(150, 150))


def libreoffice():
    control = ""
    frames = ""
    fields = [("family_name", "Тегі", 30), ("first_name", "Аты", 45), ("address", "Мекенжайы", 60)]
    for number, (name, caption, y) in enumerate(fields):
        control += (
            f'<form:text form:name="{name}" form:id="c{number}" xml:id="c{number}" '
            'form:control-implementation="ooo:com.sun.star.form.component.TextField"/>')
        frames += (
            f'<draw:control text:anchor-type="page" text:anchor-page-number="1" draw:z-index="{number}" '
            f'svg:x="70mm" svg:y="{y}mm" svg:width="110mm" svg:height="9mm" draw:control="c{number}"/>')
    control += (
        '<form:checkbox form:name="kazakh" form:id="k" xml:id="k" form:label="" '
        'form:control-implementation="ooo:com.sun.star.form.component.CheckBox"/>')
    frames += (
        '<draw:control text:anchor-type="page" text:anchor-page-number="1" draw:z-index="9" '
        'svg:x="70mm" svg:y="80mm" svg:width="6mm" svg:height="6mm" draw:control="k"/>')
    captions = "".join(f"<text:p>{caption}</text:p>" for _, caption, _ in fields)
    fodt = f'''<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:ooo="http://openoffice.org/2004/office"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles><style:page-layout style:name="p"><style:page-layout-properties
 fo:page-width="210mm" fo:page-height="297mm" fo:margin="20mm"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="p"/></office:master-styles>
<office:body><office:text><office:forms form:automatic-focus="false" form:apply-design-mode="false">
<form:form form:name="Form" form:apply-filter="true" form:command-type="table"
 form:control-implementation="ooo:com.sun.star.form.component.Form">{control}</form:form></office:forms>
{frames}<text:p>Өтініш-сауалнама</text:p>{captions}</office:text></office:body></office:document>'''
    source = Path("/tmp/libreoffice.fodt")
    source.write_text(fodt, encoding="utf-8")
    subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", HERE, source], check=True)


def signed_and_others():
    """Files that are refused."""
    writer = PdfWriter(clone_from=HERE / "reportlab.pdf")
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(HERE / "encrypted.pdf")


for name in sys.argv[1:] or ["reportlab_form", "flat", "scan", "libreoffice", "signed_and_others"]:
    globals()[name]()
