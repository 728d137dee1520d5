//! The notification of the system.

use notify_rust::Notification;
use qonys_reminders::Spoken;

use crate::failure::Failure;

/// The name under which the notification stands.
const NAME: &str = "Qonys";

/// The action of a click on the notification itself, as the specification of the desktops names it.
#[cfg(all(unix, not(target_os = "macos")))]
pub(crate) const CLICK: &str = "default";

/// A notification that the system has taken.
pub(crate) struct Shown {
    /// Whether the service of this desktop tells of a click.
    #[cfg(all(unix, not(target_os = "macos")))]
    pub(crate) can_be_clicked: bool,
    /// By which a click is heard.
    #[cfg(all(unix, not(target_os = "macos")))]
    pub(crate) handle: notify_rust::NotificationHandle,
}

/// Shows a notification and returns as soon as the system has taken it. A pressing one stays until it is closed, where the
/// system knows such.
pub(crate) fn show(spoken: &Spoken, pressing: bool, program: &str) -> Result<Shown, Failure> {
    let mut notification = Notification::new();
    notification
        .appname(NAME)
        .summary(&spoken.title)
        .body(&spoken.body);
    of_the_system(&mut notification, pressing, program);
    put(notification, spoken)
}

#[cfg(all(unix, not(target_os = "macos")))]
fn put(mut notification: Notification, spoken: &Spoken) -> Result<Shown, Failure> {
    let known = notify_rust::get_capabilities().unwrap_or_default();
    let can_be_clicked = known.iter().any(|capability| capability == "actions");
    if can_be_clicked {
        notification.action(CLICK, &spoken.click);
    }
    let handle = notification.show().map_err(|_| Failure::NotShown)?;
    Ok(Shown {
        can_be_clicked,
        handle,
    })
}

#[cfg(any(windows, target_os = "macos"))]
fn put(notification: Notification, _spoken: &Spoken) -> Result<Shown, Failure> {
    notification.show().map_err(|_| Failure::NotShown)?;
    Ok(Shown {})
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
