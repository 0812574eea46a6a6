#!/bin/sh
# A sitting in a tmux window that changes its size: forward, back, skip, wrong keys, Ctrl-C, resume,
# Ctrl-D. PROGRAM names the program. Any surprise ends this with status 1.
set -eu
folder=$(mktemp -d)
socket=$folder/socket
sheet=$folder/answers.yaml
export LC_ALL=C.UTF-8
export TERM=screen-256color

in_tmux() { tmux -S "$socket" -f /dev/null "$@"; }
clean() {
    in_tmux kill-server 2>/dev/null || true
    rm -rf "$folder"
}
trap clean EXIT

# All lines of the window; what it folded is one line again.
screen() { in_tmux capture-pane -p -J -S -; }
fail() {
    echo "ask_tmux.sh: $1" >&2
    screen >&2 || true
    exit 1
}
# Waits until a text stands behind the last count of questions.
wait_for() {
    for _ in $(seq 200); do
        if last_question | grep -qF -- "$1"; then return; fi
        sleep 0.1
    done
    fail "waited in vain for: $1"
}
last_question() { screen | awk '/ answered so far, /{text = ""} {text = text $0 "\n"} END {printf "%s", text}'; }
widest() { last_question | sed 's/ *$//' | wc -L; }
type_line() { in_tmux send-keys -l -- "$1"; in_tmux send-keys Enter; }
is_in_sheet() { grep -qxF -- "$1" "$sheet" || { cat "$sheet" >&2; fail "the sheet lacks: $1"; }; }
sit() {
    in_tmux respawn-pane -k "'$PROGRAM' ask '$sheet' --full monitoring --today 2026-11-24; echo \"status \$?\"; exec sleep 600"
}

# tmux passes a new size on a moment later.
resize() {
    in_tmux resize-window -x "$1" -y 50
    tty=$(in_tmux display-message -p '#{pane_tty}')
    for _ in $(seq 100); do
        if [ "$(stty -F "$tty" size)" = "50 $1" ]; then return; fi
        sleep 0.1
    done
    fail "the window does not get $1 columns"
}

printf 'team: T # ours\nanswers: {}\n' > "$sheet"
in_tmux new-session -d -x 80 -y 50 "exec sleep 600"

sit
wait_for "at most"
wait_for "Answer >"
[ "$(widest)" -le 80 ] || fail "wider than 80"
[ "$(widest)" -gt 60 ] || fail "80 columns are not used"
first=$(last_question | sed -n 's/.*(\(mon-[a-z-]*\))$/\1/p')
[ -n "$first" ] || fail "no practice is named"

resize 120
type_line p
wait_for "1 answered so far"
wait_for "Answer >"
[ "$(widest)" -le 120 ] || fail "wider than 120"
[ "$(widest)" -gt 80 ] || fail "the window grew, the text did not"
is_in_sheet "  $first: {answer: partially, date: 2026-11-24}"
second=$(last_question | sed -n 's/.*(\(mon-[a-z-]*\))$/\1/p')

resize 60
type_line s
wait_for "Answer >"
[ "$(widest)" -le 60 ] || fail "the window shrank, the text did not"

third=$(last_question | sed -n 's/.*(\(mon-[a-z-]*\))$/\1/p')
type_line nonsense
wait_for '"nonsense" is no key here.'
type_line b
wait_for "($second)"
type_line b
wait_for "(line 4)"
type_line m
wait_for "($third)"
is_in_sheet "  $first: {answer: mostly, date: 2026-11-24}"
in_tmux send-keys C-c
wait_for "status 130"
is_in_sheet "  $first: {answer: mostly, date: 2026-11-24}"
is_in_sheet "team: T # ours"

sit
wait_for "at most"
wait_for "($second)"
wait_for "Answer >"
in_tmux send-keys C-d
wait_for "status 0"
is_in_sheet "  $first: {answer: mostly, date: 2026-11-24}"
