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

/// Shows a notification and returns as soon as the system has taken it. It stays until it is closed, where the system knows
/// such: whoever comes back to the computer in the evening has to find it.
pub(crate) fn show(spoken: &Spoken, pressing: bool, program: &str) -> Result<Shown, Failure> {
    put(made(spoken, pressing, program), spoken)
}

fn made(spoken: &Spoken, pressing: bool, program: &str) -> Notification {
    let mut notification = Notification::new();
    notification
        .appname(NAME)
        .summary(&spoken.title)
        .body(&spoken.body);
    of_the_system(&mut notification, pressing, program);
    notification
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

/// GNOME and Cinnamon take a notification away as soon as its sender is gone, if it names the desktop entry of an installed
/// program (`_onNameVanished` in their `notificationDaemon.js`): it would be lost unseen with the end of this process. Without that
/// hint it stays in their list until the person closes it. The name and the picture are given by themselves.
#[cfg(all(unix, not(target_os = "macos")))]
fn of_the_system(notification: &mut Notification, pressing: bool, program: &str) {
    use notify_rust::Timeout;
    use notify_rust::Urgency;
    notification.timeout(Timeout::Never).urgency(if pressing {
        Urgency::Critical
    } else {
        Urgency::Normal
    });
    if !program.is_empty() {
        notification.icon(program);
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

#[cfg(all(test, unix, not(target_os = "macos")))]
mod tests {
    use notify_rust::Timeout;

    use super::*;

    #[test]
    fn a_notification_outlives_its_sender() {
        let spoken = Spoken {
            title: "Registration".to_owned(),
            body: "3 days left.".to_owned(),
            click: "Open Qonys".to_owned(),
        };
        for pressing in [false, true] {
            let notification = made(&spoken, pressing, "kz.qonys.desktop");
            assert_eq!(notification.timeout, Timeout::Never);
            // Its picture is there all the same.
            assert_eq!(notification.icon, "kz.qonys.desktop");
            let hints = format!("{:?}", notification.hints);
            assert!(!hints.contains("DesktopEntry"), "{hints}");
            assert!(hints.contains("Urgency"), "{hints}");
        }
    }
}
