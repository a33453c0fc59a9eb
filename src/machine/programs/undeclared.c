// Calls of functions that nobody declared before: they return int, but those that gcc knows have their true types.

helper(n)
{
	printf("helper %d\n", n);
	return n + 1;
}

main(argc, argv)
char **argv;
{
	static calls = 3;
	char *s = malloc(16);
	double root = sqrt(2.0);
	const half = 21;

	strcpy(s, "hello");
	memset(s, 'H', 1);
	printf("%s %d %.3f %.3f\n", s, (int)strlen(s), root, pow(2, 0.5));
	printf("%d %d %d\n", abs(-4), toupper('a'), atoi("42"));
	printf("%d\n", helper(calls) + later(half) + argc);
	no_result(1);
	free(s);
	if (argv[argc])
		return 1;
	exit(3);
}

int later(int n)
{
	return 2 * n;
}

void no_result(int n)
{
	return printf("no result %d\n", n);
}
