# Turns the output of a passing `go test -v` into one line and the skips.
/^ *--- PASS/ { passed++ }
/^ok/ { packages++ }

# A skip's reason is the line that the test logged just before or after it.
/^ *--- SKIP/ {
	skipped++
	test = $3
	reasons[skipped] = test (reason[test] ? ": " reason[test] : "")
	pending = skipped
	next
}
pending && /^ +[A-Za-z0-9_]+\.go:[0-9]+: / {
	sub(/^ +[A-Za-z0-9_]+\.go:[0-9]+: (skipped: )?/, "")
	reasons[pending] = test ": " $0
}
/^ *=== RUN/ { running = $3 }
/^ +[A-Za-z0-9_]+\.go:[0-9]+: / {
	said = $0
	sub(/^ +[A-Za-z0-9_]+\.go:[0-9]+: (skipped: )?/, "", said)
	reason[running] = said
}
{ pending = 0 }

END {
	printf "%s: %d passed in %d packages", name, passed, packages
	if (skipped) printf ", %d skipped", skipped
	print ""
	for (i = 1; i <= skipped; i++) print "  skipped " reasons[i]
}
