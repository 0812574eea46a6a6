score /dev/zero
