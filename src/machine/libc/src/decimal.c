// Decimal digits, written backwards from `end`. Returns where they begin.
char *__decimal(char *end, unsigned long value)
{
	while (value >> 32) {
		*--end = '0' + value % 10;
		value /= 10;
	}
	unsigned int low = value;
	do
		*--end = '0' + low % 10;
	while (low /= 10);
	return end;
}
