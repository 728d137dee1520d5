//! The office's own blank: it is opened, read in the limited process, and its page stands in the window.

use std::time::Duration;

use serde_json::Value;

use super::page::Kind;
use super::wait;
use super::walk::Walker;

/// How long the limited process and the drawing of a page may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);

/// How many dark points the canvas has: none until the page is drawn.
const DARK_POINTS: &str = "
  const canvas = document.querySelector('canvas');
  if (!canvas || canvas.width === 0) return 0;
  const points = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
  let dark = 0;
  for (let at = 0; at < points.length; at += 4)
    if (points[at + 3] > 0 && points[at] + points[at + 1] + points[at + 2] < 384) dark += 1;
  return dark;
";

/// More than a frame or a cursor: the letters of a page.
const A_PAGE: u64 = 1000;

impl Walker<'_> {
    /// Opens the blank that the dialog gives, and waits for the picture of its first page.
    pub(crate) fn blank(&mut self) {
        let heading = self.words().blank("list.heading").to_owned();
        let went = self
            .window
            .driver
            .run("location.hash = '#/blanks'; return true", &[]);
        if let Err(problem) = went {
            self.fail(&problem);
        }
        self.wait("the blanks", |page| page.heading == heading);
        self.look();
        let choose = self.words().blank("list.choose").to_owned();
        let flat = self.words().blank("kind.flat").to_owned();
        self.press_until(&choose, |page| page.text.contains(&flat));
        let drawn = wait::until(PATIENCE, || {
            let dark = self.window.driver.run(DARK_POINTS, &[]);
            let dark = dark.as_ref().ok().and_then(Value::as_u64);
            dark.filter(|dark| *dark > A_PAGE)
        });
        if drawn.is_none() {
            self.fail("the page of the blank was not drawn");
        }
        let page = self.look();
        if page.of(Kind::Press).next().is_none() {
            self.fail("there is nothing to press on the page of the blank");
        }
    }
}
