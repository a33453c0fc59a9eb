// errno: an ordinary variable; the computer sets it by its name.
int errno;

int *__errno_location(void)
{
	return &errno;
}
