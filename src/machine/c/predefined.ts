// The macros that are there before the first line, as gcc on x86-64 Linux has them.

const table = `
__STDC__ 1
__STDC_VERSION__ 201710L
__STDC_HOSTED__ 1
__STDC_UTF_16__ 1
__STDC_UTF_32__ 1
__STDC_NO_COMPLEX__ 1
__STDC_NO_THREADS__ 1
__STDC_IEC_559__ 1
__GNUC__ 4
__GNUC_MINOR__ 2
__GNUC_PATCHLEVEL__ 1
__GNUC_STDC_INLINE__ 1
__VERSION__ "4.2.1"
__linux__ 1
__linux 1
__gnu_linux__ 1
linux 1
__unix__ 1
__unix 1
unix 1
__x86_64__ 1
__x86_64 1
__amd64__ 1
__amd64 1
__ELF__ 1
_LP64 1
__LP64__ 1
__CHAR_BIT__ 8
__SIZEOF_SHORT__ 2
__SIZEOF_INT__ 4
__SIZEOF_LONG__ 8
__SIZEOF_LONG_LONG__ 8
__SIZEOF_POINTER__ 8
__SIZEOF_SIZE_T__ 8
__SIZEOF_PTRDIFF_T__ 8
__SIZEOF_WCHAR_T__ 4
__SIZEOF_WINT_T__ 4
__SIZEOF_FLOAT__ 4
__SIZEOF_DOUBLE__ 8
__SIZEOF_LONG_DOUBLE__ 16
__SCHAR_MAX__ 0x7f
__SHRT_MAX__ 0x7fff
__INT_MAX__ 0x7fffffff
__LONG_MAX__ 0x7fffffffffffffffL
__LONG_LONG_MAX__ 0x7fffffffffffffffLL
__WCHAR_MAX__ 0x7fffffff
__SIZE_MAX__ 0xffffffffffffffffUL
__PTRDIFF_MAX__ 0x7fffffffffffffffL
__INTMAX_MAX__ 0x7fffffffffffffffL
__UINTMAX_MAX__ 0xffffffffffffffffUL
__SIZE_TYPE__ unsigned long
__PTRDIFF_TYPE__ long
__WCHAR_TYPE__ int
__WINT_TYPE__ unsigned int
__INTMAX_TYPE__ long
__UINTMAX_TYPE__ unsigned long
__INT8_TYPE__ signed char
__INT16_TYPE__ short
__INT32_TYPE__ int
__INT64_TYPE__ long
__UINT8_TYPE__ unsigned char
__UINT16_TYPE__ unsigned short
__UINT32_TYPE__ unsigned int
__UINT64_TYPE__ unsigned long
__INT_LEAST8_TYPE__ signed char
__UINT_LEAST8_TYPE__ unsigned char
__INT_FAST8_TYPE__ signed char
__UINT_FAST8_TYPE__ unsigned char
__INT_LEAST16_TYPE__ short
__UINT_LEAST16_TYPE__ unsigned short
__INT_FAST16_TYPE__ long
__UINT_FAST16_TYPE__ unsigned long
__INT_LEAST32_TYPE__ int
__UINT_LEAST32_TYPE__ unsigned int
__INT_FAST32_TYPE__ long
__UINT_FAST32_TYPE__ unsigned long
__INT_LEAST64_TYPE__ long
__UINT_LEAST64_TYPE__ unsigned long
__INT_FAST64_TYPE__ long
__UINT_FAST64_TYPE__ unsigned long
__INTPTR_TYPE__ long
__UINTPTR_TYPE__ unsigned long
__ORDER_LITTLE_ENDIAN__ 1234
__ORDER_BIG_ENDIAN__ 4321
__ORDER_PDP_ENDIAN__ 3412
__BYTE_ORDER__ 1234
__LITTLE_ENDIAN__ 1
__FLT_RADIX__ 2
__FLT_MANT_DIG__ 24
__FLT_DIG__ 6
__FLT_MIN_EXP__ (-125)
__FLT_MAX_EXP__ 128
__FLT_MAX__ 3.40282346638528859811704183484516925e+38F
__FLT_MIN__ 1.17549435082228750796873653722224568e-38F
__FLT_EPSILON__ 1.19209289550781250000000000000000000e-7F
__DBL_MANT_DIG__ 53
__DBL_DIG__ 15
__DBL_MIN_EXP__ (-1021)
__DBL_MAX_EXP__ 1024
__DBL_MAX__ 1.7976931348623157e+308
__DBL_MIN__ 2.2250738585072014e-308
__DBL_EPSILON__ 2.2204460492503131e-16
__ATOMIC_RELAXED 0
__ATOMIC_CONSUME 1
__ATOMIC_ACQUIRE 2
__ATOMIC_RELEASE 3
__ATOMIC_ACQ_REL 4
__ATOMIC_SEQ_CST 5
__DATE__ "Jan  1 1970"
__TIME__ "00:00:00"
__TIMESTAMP__ "Thu Jan  1 00:00:00 1970"
__interprocess__ 1
`;

/** Name and body of every predefined object macro; those of `specials` are made on the spot. */
export const predefined: readonly (readonly [name: string, body: string])[] = table
	.trim()
	.split("\n")
	.map((line) => {
		const blank = line.indexOf(" ");
		return [line.slice(0, blank), line.slice(blank + 1)] as const;
	});
