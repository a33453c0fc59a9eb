#include <stdio.h>

// Sorting and searching on arrays.
static void bubble(int *v, int n)
{
	for (int i = 0; i < n; i++)
		for (int j = 0; j + 1 < n - i; j++)
			if (v[j] > v[j + 1]) {
				int t = v[j];
				v[j] = v[j + 1];
				v[j + 1] = t;
			}
}
static void quick(int v[], int low, int high)
{
	if (low >= high)
		return;
	int pivot = v[(low + high) / 2], i = low, j = high;
	while (i <= j) {
		while (v[i] < pivot) i++;
		while (v[j] > pivot) j--;
		if (i <= j) {
			int t = v[i]; v[i++] = v[j]; v[j--] = t;
		}
	}
	quick(v, low, j);
	quick(v, i, high);
}
static int search(const int *v, int n, int x)
{
	int low = 0, high = n - 1;
	while (low <= high) {
		int middle = low + (high - low) / 2;
		if (v[middle] == x) return middle;
		if (v[middle] < x) low = middle + 1; else high = middle - 1;
	}
	return ~low;
}
int main(void)
{
	int a[20], b[20];
	unsigned seed = 1;
	for (int i = 0; i < 20; i++) {
		seed = seed * 1103515245u + 12345u;
		a[i] = b[i] = (int)(seed >> 16 & 0x7fff) % 100;
	}
	bubble(a, 20);
	quick(b, 0, 19);
	for (int i = 0; i < 20; i++)
		printf("%d%s", a[i], i == 19 ? "\n" : " ");
	for (int i = 0; i < 20; i++)
		if (a[i] != b[i]) printf("differ\n");
	printf("%d %d\n", search(a, 20, a[7]) >= 0, search(a, 20, 1000));
	return 0;
}
