//! What a screen is told of a problem; its code is kept in the log.

use qonys_app::AppError;
use qonys_app::Problem;

use crate::desktop::log;

/// The problem of an error, noted.
pub(crate) fn told(error: AppError) -> Problem {
    noted(error.problem())
}

/// A problem, noted.
pub(crate) fn noted(problem: Problem) -> Problem {
    log::problem(&problem.code);
    problem
}
