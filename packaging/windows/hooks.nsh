; Uninstalling takes the daily look of the reminders away. An update does not, and the data of people stays in both.
!macro NSIS_HOOK_PREUNINSTALL
  ${If} $UpdateMode <> 1
    nsExec::Exec 'schtasks /Delete /F /TN qonys-remind'
    Pop $0
    Delete "$LOCALAPPDATA\qonys-remind\folder.txt"
    RMDir "$LOCALAPPDATA\qonys-remind"
  ${EndIf}
!macroend
