//! The notification of the system.

use notify_rust::Notification;
use qonys_reminders::Spoken;

use crate::failure::Failure;

/// The name under which the notification stands.
const NAME: &str = "Qonys";

/// Shows a notification and returns as soon as the system has taken it. A pressing one stays until it is closed, where the
/// system knows such.
pub(crate) fn show(spoken: &Spoken, pressing: bool, program: &str) -> Result<(), Failure> {
    let mut notification = Notification::new();
    notification
        .appname(NAME)
        .summary(&spoken.title)
        .body(&spoken.body);
    of_the_system(&mut notification, pressing, program);
    notification
        .show()
        .map(|_| ())
        .map_err(|_| Failure::NotShown)
}

#[cfg(all(unix, not(target_os = "macos")))]
fn of_the_system(notification: &mut Notification, pressing: bool, program: &str) {
    use notify_rust::Hint;
    use notify_rust::Urgency;
    notification.urgency(if pressing {
        Urgency::Critical
    } else {
        Urgency::Normal
    });
    if !program.is_empty() {
        notification
            .icon(program)
            .hint(Hint::DesktopEntry(program.to_owned()));
    }
}

#[cfg(target_os = "macos")]
fn of_the_system(_notification: &mut Notification, _pressing: bool, program: &str) {
    if !program.is_empty() {
        // Without the bundle the notification still comes, under the name of this program.
        let _bundle = notify_rust::set_application(program);
    }
}

#[cfg(windows)]
fn of_the_system(notification: &mut Notification, _pressing: bool, program: &str) {
    if !program.is_empty() {
        notification.app_id(program);
    }
}
