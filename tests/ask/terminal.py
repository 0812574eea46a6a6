#!/usr/bin/env python3
"""Types at a terminal: terminal.py ENDING PROGRAM ARGUMENT... A pasted note of 5,000 characters and
other keys; then the sitting ends by ENDING. Prints what became of the note and the terminal."""
import os, pty, select, signal, sys, termios, time

ending, command = sys.argv[1], sys.argv[2:]
signal.alarm(120)
said, say = os.pipe()
wait, go = os.pipe()
leader, terminal = pty.fork()
if leader == 0:
    # As a shell does: a job in a group of its own, which can be stopped.
    program = os.fork()
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    try:
        os.setpgid(program, program or os.getpid())
    except PermissionError:
        pass  # the program runs already, and has done it
    os.tcsetpgrp(0, program or os.getpid())
    if program == 0:
        signal.signal(signal.SIGTTOU, signal.SIG_DFL)
        os.read(wait, 1)
        os.execvp(command[0], command)
    os.write(say, f'{program}\n'.encode())
    while True:
        _, status = os.waitpid(program, os.WUNTRACED)
        os.write(say, f'{status}\n'.encode())
        if not os.WIFSTOPPED(status):
            signal.pause()
os.close(say)
heard = os.fdopen(said)
pid = int(heard.readline())
usual = termios.tcgetattr(terminal)
os.write(go, b'.')  # not before it is known how the terminal was
shown = b''


def wait_for(text):
    global shown
    end = time.time() + 60
    while text not in shown:
        if time.time() > end or not select.select([terminal], [], [], 60)[0]:
            sys.exit(f'waited in vain for {text} in {shown[-2000:]}')
        shown += os.read(terminal, 65536)
    shown = shown[shown.index(text) + len(text):]


def paste(data):
    # The other side reads while it shows what was typed.
    global shown
    while data:
        readable, writable, _ = select.select([terminal], [terminal], [], 60)
        if readable:
            shown += os.read(terminal, 65536)
        if writable:
            data = data[os.write(terminal, data[:512]):]


wait_for(b'Answer > ')
paste(b't\n')
wait_for(b'Note > ')
# A character of two cells, then one that is erased, and what no text may hold.
paste('店é'.encode() + b'\x7f' + b'x' * 5000 + b'\n')
wait_for(b'Saved.')
paste(b't\n')
wait_for(b'Note > ')
paste(b'y' * 20000 + b'\n')
wait_for(b'That is too long; at most 16384 bytes.')
paste(b'\n')
wait_for(b'Answer > ')
if ending == 'stop':
    os.write(terminal, b'\x1a')
    print('stopped', os.WIFSTOPPED(int(heard.readline())), termios.tcgetattr(terminal) == usual)
    os.kill(pid, signal.SIGCONT)
    while termios.tcgetattr(terminal) == usual:
        time.sleep(0.01)
    ending = 'q'
if ending in ('TERM', 'HUP', 'QUIT'):
    os.kill(pid, getattr(signal, 'SIG' + ending))
else:
    os.write(terminal, {'q': b'q\n', 'c': b'\x03', 'd': b'\x04'}[ending])
status = int(heard.readline())
print('terminal', termios.tcgetattr(terminal) == usual)
print('status', os.WEXITSTATUS(status) if os.WIFEXITED(status) else -os.WTERMSIG(status))
os.kill(leader, signal.SIGKILL)
os.waitpid(leader, 0)
