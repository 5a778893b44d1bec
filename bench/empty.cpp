// The process that does nothing: what starting any C++ program costs.
int main() {}
