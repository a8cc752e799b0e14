;;; Drives Emacs and eglot as a person would: waits for findings, takes code
;;; actions, undoes them. Reports what the buffer held in between.  -*- lexical-binding: t -*-
(require 'cl-lib)
(require 'json)
(require 'flymake)

(defconst designls-test-patience 30 "Seconds; only a failing test waits this long.")

(defun designls-test-await (what condition)
  "Let processes and timers run until CONDITION holds."
  (with-timeout (designls-test-patience
                 (error "Waited in vain for %s; buffer:\n%s" what (buffer-string)))
    (while (not (funcall condition))
      (accept-process-output nil 0.02))))

(defun designls-test-code (diagnostic)
  (plist-get (cdr (assoc 'eglot-lsp-diag (flymake-diagnostic-data diagnostic))) :code))

(defun designls-test-place (diagnostic)
  "Line, and character in UTF-16, of DIAGNOSTIC, from zero."
  (save-excursion
    (goto-char (flymake-diagnostic-beg diagnostic))
    (let ((before (buffer-substring (line-beginning-position) (point))))
      (format "%d:%d %s" (1- (line-number-at-pos))
              (/ (length (encode-coding-string before 'utf-16le)) 2)
              (designls-test-code diagnostic)))))

(defun designls-test-findings ()
  (flymake-start)
  (flymake-diagnostics))

(defun designls-test-finding (rule)
  (cl-find rule (designls-test-findings) :key #'designls-test-code :test #'equal))

(defun designls-test-text () (buffer-substring-no-properties (point-min) (point-max)))

(defun designls-test-take (pattern)
  "Take the code action at point whose title matches PATTERN."
  (let ((before (designls-test-text))
        (last-nonmenu-event ?x))        ; a key, so that no mouse menu pops up
    (undo-boundary)
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt items &rest _)
                 (let ((titles (mapcar (lambda (i) (if (consp i) (car i) i)) items)))
                   (or (cl-find-if (lambda (title) (string-match-p pattern title)) titles)
                       (error "No action matches %s among %s" pattern titles)))))
              ((symbol-function 'y-or-n-p) (lambda (&rest _) t)))
      (eglot-code-actions (point) (point) nil t)
      (designls-test-await (concat "the action " pattern)
                           (lambda () (not (equal before (designls-test-text))))))
    (undo-boundary)
    (designls-test-text)))

(defun designls-test-undo ()
  (setq last-command nil)
  (undo)
  (undo-boundary)
  (designls-test-text))

(defun designls-test-run (file)
  (find-file file)
  (buffer-enable-undo)
  (run-hooks 'post-command-hook)      ; eglot-ensure connects after a command
  (let (report place)
    (designls-test-await "a server" #'eglot-current-server)
    (designls-test-await "findings" (lambda () (setq place (designls-test-finding "placeholder"))))
    (push (cons 'findings (vconcat (mapcar #'designls-test-place (designls-test-findings)))) report)
    (goto-char (flymake-diagnostic-beg place))
    (push (cons 'fixed (designls-test-take (getenv "DESIGNLS_TEST_FIX"))) report)
    (push (cons 'unfixed (designls-test-undo)) report)
    (designls-test-await "findings after undo" (lambda () (designls-test-finding "placeholder")))
    (push (cons 'inserted (designls-test-take (getenv "DESIGNLS_TEST_ACTION"))) report)
    (push (cons 'restored (designls-test-undo)) report)
    (designls-test-await "findings in the end" (lambda () (designls-test-finding "placeholder")))
    (push (cons 'remaining (vconcat (mapcar #'designls-test-place (designls-test-findings)))) report)
    (with-temp-file (getenv "DESIGNLS_TEST_REPORT")
      (insert (json-encode report)))
    (kill-emacs 0)))
