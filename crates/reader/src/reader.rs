//! Asking the reading process.

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;

use qonys_papers::{
    Crop, CutPhoto, Jpeg, PhotoFlaw, PictureFacts, Preview, SHEET_HEIGHT, SHEET_WIDTH,
};
use qonys_texts::Lang;

use crate::child::WORD;
use crate::error::ReadError;
use crate::foreign::{Foreign, Source};
use crate::frame;
use crate::limits::Limits;
use crate::order::{Head, Order, Task};

/// The only variables that the reading process gets: without them a program may not find its own libraries. Neither
/// holds a secret.
const KEPT: [&str; 2] = ["LD_LIBRARY_PATH", "SystemRoot"];

/// Reads foreign files, each in a limited process of its own.
#[derive(Debug, Clone)]
pub struct ForeignReader {
    program: PathBuf,
    limits: Limits,
}

impl ForeignReader {
    /// With the running program itself. Its `main` must begin with [`crate::child_main_if_asked`].
    ///
    /// # Errors
    /// [`ReadError::NotStarted`] when the system does not say where the program lies.
    pub fn of_this_program() -> Result<Self, ReadError> {
        let program = std::env::current_exe()
            .map_err(|error| ReadError::NotStarted(error.kind().to_string()))?;
        Ok(Self::of(program))
    }

    /// With a program whose `main` begins with [`crate::child_main_if_asked`].
    #[must_use]
    pub fn of(program: PathBuf) -> Self {
        Self {
            program,
            limits: Limits::USUAL,
        }
    }

    /// With other limits.
    #[must_use]
    pub fn within(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// Reads the size of a picture and suggests a part of it.
    ///
    /// # Errors
    /// Not such a picture, or whatever happened to the reading process.
    pub fn inspect_photo(&self, foreign: Foreign) -> Result<PictureFacts, ReadError> {
        match self.ask(Task::InspectPhoto, foreign)? {
            (Head::Facts(facts), _) => {
                // The part is only suggested, but whoever shows it draws inside the picture.
                facts
                    .suggested
                    .check(facts.width, facts.height)
                    .map_err(|_| ReadError::BadAnswer)?;
                Ok(facts)
            }
            (head, _) => Err(self.refused(head)),
        }
    }

    /// A small copy of a picture for the screen, its longer edge at most `longest` pixels (64 to 2048).
    ///
    /// # Errors
    /// Not such a picture, or whatever happened to the reading process.
    pub fn preview_photo(&self, foreign: Foreign, longest: u32) -> Result<Preview, ReadError> {
        match self.ask(Task::PreviewPhoto { longest }, foreign)? {
            (Head::Preview { width, height }, jpeg) => {
                let read = Jpeg::read(jpeg).map_err(|_| ReadError::BadAnswer)?;
                if (u32::from(read.width()), u32::from(read.height())) != (width, height) {
                    return Err(ReadError::BadAnswer);
                }
                Ok(Preview {
                    jpeg: read.into_bytes(),
                    width,
                    height,
                })
            }
            (head, _) => Err(self.refused(head)),
        }
    }

    /// Cuts the photo out of a picture, as [`qonys_papers::cut_photo`] does.
    ///
    /// # Errors
    /// Not such a picture or a wrong part of it, or whatever happened to the reading process.
    pub fn cut_photo(&self, foreign: Foreign, crop: Crop) -> Result<CutPhoto, ReadError> {
        match self.ask(Task::CutPhoto { crop }, foreign)? {
            (Head::Photo, jpeg) => {
                let jpeg = Jpeg::read(jpeg).map_err(|_| ReadError::BadAnswer)?;
                CutPhoto::of(jpeg).ok_or(ReadError::BadAnswer)
            }
            (head, _) => Err(self.refused(head)),
        }
    }

    /// The photo six times on a sheet of 10 × 15 cm, as [`qonys_papers::photo_sheet_jpeg`] makes it: a JPEG.
    ///
    /// # Errors
    /// Not such a picture or a wrong part of it, or whatever happened to the reading process.
    pub fn photo_sheet(
        &self,
        foreign: Foreign,
        crop: Crop,
        lang: Lang,
    ) -> Result<Vec<u8>, ReadError> {
        match self.ask(Task::PhotoSheet { crop, lang }, foreign)? {
            (Head::Sheet, jpeg) => {
                let read = Jpeg::read(jpeg).map_err(|_| ReadError::BadAnswer)?;
                if (read.width(), read.height()) != (SHEET_WIDTH, SHEET_HEIGHT) {
                    return Err(ReadError::BadAnswer);
                }
                Ok(read.into_bytes())
            }
            (head, _) => Err(self.refused(head)),
        }
    }

    /// Reads a blank to its end, in the limited process, before anybody reads it where a case is open.
    ///
    /// # Errors
    /// Whatever happened to the reading process. A file that is no blank is none: reading it is harmless, and says so.
    pub fn check_blank(&self, foreign: Foreign) -> Result<(), ReadError> {
        match self.ask(Task::CheckBlank, foreign)? {
            (Head::BlankChecked, _) => Ok(()),
            (head, _) => Err(self.refused(head)),
        }
    }

    /// Misbehaves on purpose; what it found, if it was let.
    ///
    /// # Errors
    /// Whatever happened to the reading process.
    #[cfg(debug_assertions)]
    pub fn probe(&self, probe: crate::Probe, foreign: Foreign) -> Result<Vec<String>, ReadError> {
        match self.ask(Task::Probe(probe), foreign)? {
            (Head::Probed(found), _) => Ok(found),
            (head, _) => Err(self.refused(head)),
        }
    }

    /// The error for an answer that is not the one that was asked for.
    #[expect(clippy::needless_pass_by_value, reason = "it is done with")]
    fn refused(&self, head: Head) -> ReadError {
        match head {
            Head::Refused(PhotoFlaw::TooManyBytes { most }) => ReadError::TooLarge { most },
            Head::Refused(flaw) => ReadError::Photo(flaw),
            Head::TooLarge => ReadError::TooLarge {
                most: self.limits.file,
            },
            Head::Facts(_)
            | Head::Preview { .. }
            | Head::Photo
            | Head::Sheet
            | Head::BlankChecked => ReadError::BadAnswer,
            #[cfg(debug_assertions)]
            Head::Probed(_) => ReadError::BadAnswer,
        }
    }

    fn ask(&self, task: Task, foreign: Foreign) -> Result<(Head, Vec<u8>), ReadError> {
        let order = Order {
            limits: self.limits,
            task,
        };
        let order = serde_json::to_string(&order)
            .map_err(|error| ReadError::NotStarted(error.to_string()))?;
        let mut command = Command::new(&self.program);
        command
            .args([WORD, &order])
            .env_clear()
            .envs(kept())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let bytes = match foreign.0 {
            Source::File(file) => {
                command.stdin(Stdio::from(file));
                None
            }
            Source::Bytes(bytes) => {
                command.stdin(Stdio::piped());
                Some(bytes)
            }
        };
        let mut child = command
            .spawn()
            .map_err(|error| ReadError::NotStarted(error.kind().to_string()))?;
        feed(child.stdin.take(), bytes);
        let answer = self.answer(&mut child);
        // Whatever it still does is not wanted. To a process that has ended already this does nothing, so that the
        // way it ended can still be seen.
        let killed = child.kill().and_then(|()| child.wait());
        match answer {
            Err(ReadError::Crashed) if killed.is_ok_and(ran_out_of_time) => Err(ReadError::TooSlow),
            answer => answer,
        }
    }

    fn answer(&self, child: &mut Child) -> Result<(Head, Vec<u8>), ReadError> {
        let mut out = child.stdout.take().ok_or(ReadError::Crashed)?;
        let most = self.limits.answer;
        let (sender, receiver) = mpsc::channel();
        // The thread ends when the process does: nobody else holds the other end of the pipe.
        thread::spawn(move || {
            // When nobody waits any more, nobody misses the answer.
            let _late = sender.send(frame::read(&mut out, most));
        });
        receiver
            .recv_timeout(self.limits.clock())
            .unwrap_or(Err(ReadError::TooSlow))
    }
}

/// Hands the bytes over beside the waiting for the answer: the process may stop taking them.
fn feed(pipe: Option<ChildStdin>, bytes: Option<Vec<u8>>) {
    if let (Some(mut pipe), Some(bytes)) = (pipe, bytes) {
        thread::spawn(move || {
            // A process that takes no more has its reasons, and its answer says them.
            let _taken = pipe.write_all(&bytes);
        });
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the reading process gets these two and nothing else of the environment"
)]
fn kept() -> Vec<(&'static str, OsString)> {
    KEPT.iter()
        .filter_map(|name| Some((*name, std::env::var_os(name)?)))
        .collect()
}

/// Whether the system ended the process because it worked for too long.
#[cfg(unix)]
fn ran_out_of_time(status: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt;

    /// SIGXCPU, the same number on every Unix that we build for.
    const SIGXCPU: i32 = 24;
    status.signal() == Some(SIGXCPU)
}

#[cfg(not(unix))]
fn ran_out_of_time(_status: ExitStatus) -> bool {
    false
}
